import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';
import type { SubjectOption } from './subject-options';

const useStyles = makeStyles({
  list: {
    position: 'absolute',
    zIndex: 10,
    top: '100%',
    left: 0,
    right: 0,
    maxHeight: '40vh',
    overflowY: 'auto',
    margin: 0,
    padding: tokens.spacingVerticalXXS,
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
  },
  option: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    padding: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  code: { color: tokens.colorNeutralForeground2 },
  definition: {
    flexBasis: '100%',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** The lines under the occupation box. The active one is where Enter would go. */
export function SearchList({
  id,
  label,
  options,
  active,
  onChoose,
}: {
  readonly id: string;
  readonly label: string;
  readonly options: readonly SubjectOption[];
  readonly active: number;
  readonly onChoose: (option: SubjectOption) => void;
}): ReactElement {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <ul ref={list} id={id} role="listbox" aria-label={label} className={styles.list}>
      {options.map((option, order) => (
        <li
          key={`${option.kind} ${option.name}`}
          id={optionId(id, order)}
          role="option"
          aria-selected={order === active}
          className={mergeClasses(styles.option, order === active && styles.active)}
          // The box keeps the focus, or it would hand over what was typed so far.
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onClick={() => {
            onChoose(option);
          }}
        >
          <span className={styles.name}>{option.name}</span>
          <span className={styles.code}>
            {option.kind === '专项职业能力' ? option.inColumn26 : option.code} · {option.kind}
          </span>
          {option.tags.map((tag) => (
            <Badge key={tag} appearance="tint" size="small">
              {tag}
            </Badge>
          ))}
          {option.definition === null ? null : <span className={styles.definition}>{option.definition}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The DOM id of a line, for aria-activedescendant. */
export const optionId = (list: string, order: number): string => `${list}-${String(order)}`;
