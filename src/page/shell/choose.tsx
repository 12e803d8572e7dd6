interface ChooseProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, title: string])[];
  readonly onChoose: (value: string) => void;
  readonly isWide?: boolean;
  readonly isLabelUnseen?: boolean;
}

/** A labelled list to choose from; the browser's own, which every person and every device knows. */
export function Choose({ label, value, options, onChoose, isWide = false, isLabelUnseen = false }: ChooseProps) {
  return (
    <label class={isWide ? 'choice wide' : 'choice'}>
      <span class={isLabelUnseen ? 'unseen' : ''}>{label}</span>
      <select value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {options.map(([each, title]) => (
          <option key={each} value={each}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
