import { getDraft, type QuotaDraftRow, saveDraftLines } from '@antt/contracts';
import { Problem, type Output } from '@antt/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../../api.ts';
import { type Figures, figuresOf, sameFigures, withoutStaleNote } from './draft.rules.ts';

export type Conflict = {
  unitId: string;
  name: string;
  by: string;
  theirs: Figures;
  version: number;
};
export type Change = { unitId: string; figures: Figures };
export type Saving = 'saved' | 'waiting' | 'saving' | 'conflict' | 'failed';

type Draft = Output<typeof getDraft>;
type Stale = Figures & { unitId: string; name: string; changedBy: string; version: number };

const settle = 700;

/**
 * The lines of a draft while they are typed in: what is changed is kept here, saved by itself a moment later,
 * and taken back step by step. A line that somebody else changed meanwhile stops the saving until it is
 * settled whose figures stand.
 */
export function useDraftLines(draft: Draft) {
  const queries = useQueryClient();
  const [edits, setEdits] = useState<ReadonlyMap<string, Figures>>(new Map());
  const [past, setPast] = useState<Change[][]>([]);
  const [conflicts, setConflicts] = useState<Conflict[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const versions = useRef(new Map<string, number>());
  const server = useMemo(() => new Map(draft.lines.map((row) => [row.unitId, row])), [draft]);
  const lines = useMemo(
    () =>
      draft.lines.map((row): QuotaDraftRow => {
        const edit = edits.get(row.unitId);
        return edit ? { ...row, ...edit } : row;
      }),
    [draft, edits],
  );

  const change = useCallback(
    (changes: Change[], remember = true) => {
      setProblem(null);
      const standing = (unitId: string) => edits.get(unitId) ?? figuresOf(server.get(unitId)!);
      setEdits((old) => {
        const next = new Map(old);
        for (const { unitId, figures } of changes) {
          const { decided } = server.get(unitId)!;
          next.set(
            unitId,
            remember ? withoutStaleNote(figures, standing(unitId), decided) : figures,
          );
        }
        return next;
      });
      if (!remember) return;
      const before = changes.map(({ unitId }) => ({ unitId, figures: standing(unitId) }));
      setPast((old) => [...old.slice(-199), before]);
    },
    [edits, server],
  );
  const undo = useCallback(() => {
    const last = past.at(-1);
    if (!last) return;
    setPast(past.slice(0, -1));
    change(last, false);
  }, [past, change]);

  const dirty = useMemo(
    () =>
      lines.filter((row) => {
        const own = server.get(row.unitId)!;
        return edits.has(row.unitId) && !sameFigures(row, own);
      }),
    [lines, edits, server],
  );

  const save = useCallback(async () => {
    if (dirty.length === 0) return;
    setSaving(true);
    const sent = dirty.map((row) => ({
      unitId: row.unitId,
      ...figuresOf(row),
      version: versions.current.get(row.unitId) ?? row.version,
      // What was divided below the commune no longer fits another total.
      parts: row.members === server.get(row.unitId)!.members ? row.parts : [],
    }));
    try {
      const { lines: saved } = await call(saveDraftLines, { id: draft.id, lines: sent });
      const done = new Map(saved.map((one) => [one.unitId, one.version]));
      queries.setQueryData<Draft>(
        [getDraft.subject, { id: draft.id }],
        (old) =>
          old && {
            ...old,
            lines: old.lines.map((row) => {
              const one = sent.find(({ unitId }) => unitId === row.unitId);
              return one ? { ...row, ...one, version: done.get(row.unitId) ?? row.version } : row;
            }),
          },
      );
      for (const { unitId } of saved) versions.current.delete(unitId);
      setProblem(null);
    } catch (caught) {
      setProblem(caught);
      if (caught instanceof Problem && caught.type === 'draft-has-changed') {
        const stale = (caught.body.lines ?? []) as Stale[];
        setConflicts(
          stale.map(({ unitId, name, changedBy, version, ...theirs }) => ({
            unitId,
            name,
            by: changedBy,
            version,
            theirs: figuresOf(theirs),
          })),
        );
      }
    } finally {
      setSaving(false);
    }
  }, [dirty, draft.id, queries, server]);

  const blocked = conflicts.length > 0 || problem !== null || draft.status !== 'draft';
  useEffect(() => {
    if (dirty.length === 0 || saving || blocked) return;
    const timer = setTimeout(() => void save(), settle);
    return () => clearTimeout(timer);
  }, [dirty, saving, blocked, save]);

  /** Whose figures stand: mine are saved over theirs, or theirs are taken. */
  const resolve = useCallback(
    ({ unitId, theirs, version }: Conflict, mine: boolean) => {
      versions.current.set(unitId, version);
      if (!mine) {
        setEdits((old) => {
          const next = new Map(old);
          next.delete(unitId);
          return next;
        });
        queries.setQueryData<Draft>(
          [getDraft.subject, { id: draft.id }],
          (old) =>
            old && {
              ...old,
              lines: old.lines.map((row) =>
                row.unitId === unitId ? { ...row, ...theirs, version } : row,
              ),
            },
        );
      }
      setConflicts((old) => old.filter((one) => one.unitId !== unitId));
      setProblem(null);
    },
    [draft.id, queries],
  );

  // Who leaves with figures that are not saved yet is asked to stay.
  useEffect(() => {
    if (dirty.length === 0) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [dirty.length]);

  const state: Saving =
    conflicts.length > 0
      ? 'conflict'
      : problem !== null
        ? 'failed'
        : saving
          ? 'saving'
          : dirty.length > 0
            ? 'waiting'
            : 'saved';
  return {
    lines,
    change,
    undo,
    undoable: past.length > 0,
    state,
    problem,
    conflicts,
    resolve,
    retry: () => {
      setProblem(null);
      void save();
    },
  };
}
