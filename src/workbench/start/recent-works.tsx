import { useState, type ReactElement } from 'react';
import type { Locale } from '../../rules/messages/message';
import { ConfirmDialog } from '../confirm-dialog';
import type { KeptWork } from '../store/works';
import { useWords } from '../words';
import type { Workbench } from '../workbench';

/** The works that this browser keeps. */
export function RecentWorks({
  workbench,
  kept,
  locale,
}: {
  readonly workbench: Pick<Workbench, 'open' | 'discard'>;
  readonly kept: readonly KeptWork[];
  readonly locale: Locale;
}): ReactElement {
  const words = useWords();
  const [discarding, setDiscarding] = useState<KeptWork | null>(null);
  const counted = ({ sheets = 1, people, errors }: KeptWork): string =>
    words(sheets > 1 ? 'recent-counts-several' : 'recent-counts', { sheets, people, errors });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section className="recent" aria-labelledby="recent">
      <h2 id="recent">{words('recent')}</h2>
      {kept.length === 0 ? <p>{words('recent-none')}</p> : null}
      <ul>
        {kept.map((work) => (
          <li key={work.id}>
            <button
              type="button"
              className="work"
              aria-label={words('open-work', { name: work.name })}
              aria-describedby={`about-${work.id}`}
              onClick={() => void workbench.open({ kind: 'kept', id: work.id, copy: false })}
            >
              <strong>{work.name}</strong>
              <span id={`about-${work.id}`} className="about">
                <span>{counted(work)}</span>
                <span>
                  {work.exportedAt === null
                    ? words('recent-saved', { time: moment.format(work.savedAt) })
                    : words('recent-exported', { time: moment.format(work.exportedAt) })}
                </span>
              </span>
            </button>
            <button
              type="button"
              className="plain"
              aria-label={words('discard-work', { name: work.name })}
              onClick={() => {
                setDiscarding(work);
              }}
            >
              {words('discard')}
            </button>
          </li>
        ))}
      </ul>
      {discarding === null ? null : (
        <ConfirmDialog
          text={words('discard-confirm', { name: discarding.name })}
          onConfirm={() => {
            setDiscarding(null);
            void workbench.discard(discarding);
          }}
          onCancel={() => {
            setDiscarding(null);
          }}
        />
      )}
    </section>
  );
}
