import { STYLES, workbookZip } from './workbook-zip';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const VND = 'application/vnd.openxmlformats-officedocument';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';

const relationships = (content: string): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${content}</Relationships>`;

/** A picture of one red pixel. */
const PIXEL = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/**
 * The list as people have it: title, header, three persons and a footer, in styles of their own. F4:F6 share one
 * formula, G4 has one of its own, G5 an array formula of a single cell, and I4:I5 are one array formula.
 */
const ROWS =
  '<row r="1" ht="30" customHeight="1"><c r="A1" s="4" t="s"><v>0</v></c><c r="B1" s="4"/></row>' +
  '<row r="3" spans="1:9"><c r="A3" s="4" t="s"><v>1</v></c><c r="B3" s="4" t="s"><v>2</v></c><c r="C3" s="4" t="s"><v>3</v></c>' +
  '<c r="D3" s="4" t="s"><v>4</v></c><c r="E3" s="4" t="s"><v>5</v></c></row>' +
  '<row r="4" spans="1:9"><c r="A4" s="1"><v>45742</v></c><c r="B4" s="2" t="s"><v>6</v></c><c r="C4" t="s"><v>7</v></c>' +
  '<c r="D4" t="s"><v>8</v></c><c r="E4"><v>12.5</v></c><c r="F4"><f t="shared" ref="F4:F6" si="0">E4*2</f><v>25</v></c>' +
  '<c r="G4" t="str"><f>D4&amp;"同志"</f><v>张甲同志</v></c><c r="I4"><f t="array" ref="I4:I5">E4:E5*1</f><v>12.5</v></c></row>' +
  '<row r="5" spans="1:9" hidden="1"><c r="A5" s="1"><v>45743</v></c><c r="B5"><v>500103199003070000</v></c><c r="C5" t="s"><v>9</v></c>' +
  '<c r="D5" t="inlineStr"><is><t>李乙</t></is></c><c r="E5"><v>8</v></c><c r="F5"><f t="shared" si="0"/><v>16</v></c>' +
  '<c r="G5"><f t="array" ref="G5">SUM(E4:E6)</f><v>20.5</v></c><c r="I5"><v>8</v></c></row>' +
  '<row r="6" spans="1:9" s="2" customFormat="1"><c r="A6" s="1"/><c r="F6"><f t="shared" si="0"/><v>0</v></c></row>' +
  '<row r="9"><c r="A9" s="4" t="s"><v>10</v></c></row>';

const STRINGS =
  [
    '考评人员申报汇总表',
    '提交时间',
    '身份证号码',
    '性别',
    '姓名',
    '工龄',
    '50010319850712100X',
    '男',
    '张甲',
    '女',
    '填报单位（加盖公章）：某某学校',
  ]
    .map((text) => `<si><t>${text}</t></si>`)
    .join('') + '<si><r><t>未用的</t></r><r><rPr><b/></rPr><t>文字</t></r></si>';

const LIST =
  '<sheetPr codeName="List"><tabColor rgb="FFFF0000"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:I9"/>' +
  '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="12" customWidth="1"/><col min="2" max="2" width="24" style="2" customWidth="1"/></cols>' +
  `<sheetData>${ROWS}</sheetData>` +
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" selectLockedCells="0"/>' +
  '<mergeCells count="1"><mergeCell ref="A1:G1"/></mergeCells>' +
  '<conditionalFormatting sqref="B4:B1000"><cfRule type="expression" dxfId="0" priority="1"><formula>LEN($B4)&lt;&gt;18</formula></cfRule></conditionalFormatting>' +
  '<dataValidations count="2"><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" promptTitle="性别" prompt="男或女" sqref="C4:C1048576"><formula1>"男,女"</formula1></dataValidation>' +
  '<dataValidation type="list" allowBlank="1" sqref="H4:H1000"><formula1>字典区</formula1></dataValidation></dataValidations>' +
  '<hyperlinks><hyperlink ref="D4" r:id="rId3" tooltip="主页"/><hyperlink ref="D5" location="字典!A1" display="字典"/></hyperlinks>' +
  '<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="8" fitToHeight="0" orientation="landscape"/><headerFooter><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter>' +
  '<drawing r:id="rId4"/><legacyDrawing r:id="rId2"/>' +
  `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${X14}"><x14:conditionalFormattings>` +
  '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="{11111111-2222-3333-4444-555555555555}">' +
  '<x14:dataBar minLength="0" maxLength="100"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule>' +
  '<xm:sqref>E4:E1000</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';

const COMMENTS =
  `${HEAD}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>审核</author></authors>` +
  '<commentList><comment ref="D4" authorId="0"><text><r><t>虚构人员</t></r></text></comment></commentList></comments>';

const VML =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/></v:shapetype>' +
  '<v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1"><v:fill color2="#ffffe1"/>' +
  '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>4, 15, 3, 2, 6, 31, 7, 1</x:Anchor><x:Row>3</x:Row><x:Column>3</x:Column></x:ClientData></v:shape></xml>';

const DRAWING =
  `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}/relationships">` +
  '<xdr:oneCellAnchor><xdr:from><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="360000" cy="360000"/>' +
  '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="公章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>' +
  '<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>';

const type = (part: string, contentType: string): string =>
  `<Override PartName="/${part}" ContentType="${contentType}"/>`;

/**
 * A workbook with what people's files have and a careless writer loses: 名单 with validations, conditional formats
 * (one in an extension), protection, freeze, print set-up, comments, a picture, links, cached and shared formulas;
 * a hidden 字典 with two formulas; defined names, the calculation chain, document properties and a custom part.
 */
export const richWorkbook = (): Uint8Array =>
  workbookZip({
    sheets: [
      { name: '名单', xml: LIST },
      {
        name: '字典',
        state: 'veryHidden',
        xml: '<dimension ref="A1:B2"/><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c><c r="B1"><f>名单!E4+1</f><v>13.5</v></c></row><row r="2"><c r="A2" t="s"><v>9</v></c><c r="B2"><f>B1+1</f><v>14.5</v></c></row></sheetData>',
      },
    ],
    strings: STRINGS,
    styles: `${STYLES}<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs>`,
    workbook: {
      before:
        '<workbookPr codeName="Book"/><workbookProtection lockStructure="1"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="9000"/></bookViews>',
      after:
        '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">名单!$A$1:$G$9</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">名单!$1:$3</definedName><definedName name="字典区">字典!$A$1:$A$2</definedName></definedNames><calcPr calcId="191029"/>',
    },
    calcChain:
      '<c r="B2" i="2" l="1"/><c r="B1"/><c r="F4" i="1"/><c r="F5"/><c r="F6"/><c r="G4"/><c r="G5" a="1"/><c r="I4" a="1"/><c r="I5" a="1"/>',
    contentTypes:
      '<Default Extension="png" ContentType="image/png"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
      type('xl/comments1.xml', `${VND}.spreadsheetml.comments+xml`) +
      type('xl/drawings/drawing1.xml', `${VND}.drawing+xml`) +
      type('docProps/app.xml', `${VND}.extended-properties+xml`) +
      type('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
      type('customXml/itemProps1.xml', `${VND}.customXmlProperties+xml`),
    relationships: `<Relationship Id="rId20" Type="${OFFICE}/relationships/customXml" Target="../customXml/item1.xml"/>`,
    parts: {
      '_rels/.rels': relationships(
        `<Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/>` +
          `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
          `<Relationship Id="rId3" Type="${OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/>`,
      ),
      'xl/worksheets/_rels/sheet1.xml.rels': relationships(
        `<Relationship Id="rId1" Type="${OFFICE}/relationships/comments" Target="../comments1.xml"/>` +
          `<Relationship Id="rId2" Type="${OFFICE}/relationships/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>` +
          `<Relationship Id="rId3" Type="${OFFICE}/relationships/hyperlink" Target="https://example.invalid/" TargetMode="External"/>` +
          `<Relationship Id="rId4" Type="${OFFICE}/relationships/drawing" Target="../drawings/drawing1.xml"/>`,
      ),
      'xl/comments1.xml': COMMENTS,
      'xl/drawings/vmlDrawing1.vml': VML,
      'xl/drawings/drawing1.xml': DRAWING,
      'xl/drawings/_rels/drawing1.xml.rels': relationships(
        `<Relationship Id="rId1" Type="${OFFICE}/relationships/image" Target="../media/image1.png"/>`,
      ),
      'xl/media/image1.png': PIXEL,
      'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>某某学校</dc:creator></cp:coreProperties>`,
      'docProps/app.xml': `${HEAD}<Properties xmlns="${OFFICE}/extended-properties"><Application>Microsoft Excel</Application></Properties>`,
      'customXml/item1.xml': '<kept xmlns="urn:example">原样</kept>',
      'customXml/itemProps1.xml': `${HEAD}<ds:datastoreItem xmlns:ds="${OFFICE}/customXml" ds:itemID="{AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE}"><ds:schemaRefs/></ds:datastoreItem>`,
      'customXml/_rels/item1.xml.rels': relationships(
        `<Relationship Id="rId1" Type="${OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/>`,
      ),
    },
  });
