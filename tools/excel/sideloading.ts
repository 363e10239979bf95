/**
 * How a person loads the add-in into Excel while it is served from this machine, in both languages.
 *
 * @param manifest the path of the manifest that was built for this server
 */
export const sideloading = (url: string, manifest: string): string => `
考评助手正在 ${url} 提供服务，按 Ctrl+C 停止。
清单文件：${manifest}

先在浏览器中打开 ${url}help.html，应能看到说明且没有证书警告。然后把清单装入 Excel：
  Windows：把清单放进一个共享文件夹；Excel 中“文件→选项→信任中心→信任中心设置→受信任的加载项目录”，
           填入该文件夹的网络路径（\\\\计算机名\\文件夹），勾选“在菜单中显示”，重启 Excel；
           再到“加载项→更多加载项→共享文件夹”选“考评助手”。
  Mac：    把清单复制到 ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/，重启 Excel，
           在“插入→我的加载项”的下拉菜单中选“考评助手”。
  网页版： “加载项→更多加载项→我的加载项→上传我的加载项”，选清单文件。
有 Excel 且能上网的开发机也可以用：npx office-addin-debugging start "${manifest}" desktop
部署给其他人用，见 docs/deployment.md。

KPY is served at ${url}; Ctrl+C stops it.
Manifest: ${manifest}

First open ${url}help.html in a browser: the page should come without a certificate warning. Then, in Excel:
  Windows: put the manifest into a shared folder; File > Options > Trust Center > Trust Center Settings >
           Trusted Add-in Catalogs: add the folder's network path (\\\\computer\\folder), tick Show in Menu, restart
           Excel; then Add-ins > More Add-ins > Shared Folder.
  Mac:     copy the manifest to ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/, restart Excel,
           and choose it in the drop-down menu of Insert > My Add-ins.
  Web:     Add-ins > More Add-ins > My Add-ins > Upload My Add-in, and choose the manifest.
On a developer's machine with Excel and internet also: npx office-addin-debugging start "${manifest}" desktop
`;

/** What to do where the system does not trust the certificates. */
export const untrustedCertificates = (reason: string, ca: string): string => `
注意：系统还不信任开发证书，Excel 不会加载此地址的页面。请把 ${ca} 装入“受信任的根证书颁发机构”，再运行一次。
Note: the system does not trust the development certificates yet, and Excel will not load pages from here. Install
${ca} as a trusted root, then run this again.
(${reason.trim()})
`;
