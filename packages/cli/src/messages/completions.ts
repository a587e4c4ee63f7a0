/** Each asks the program itself what may come next, so that it never goes stale; file names are the shell's. */
const BASH = `# markercheck: completion for bash
_markercheck() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(SHELL=bash markercheck --get-yargs-completions "\${COMP_WORDS[@]:0:COMP_CWORD+1}" 2> /dev/null)" -- "$word"))
}
complete -o default -o bashdefault -F _markercheck markercheck
`;

const ZSH = `# markercheck: completion for zsh; it belongs behind compinit
_markercheck() {
  local -a found
  found=("\${(@f)$(SHELL=bash markercheck --get-yargs-completions "\${(@)words[1,CURRENT]}" 2> /dev/null)}")
  if (( \${#found} )) && [[ -n "\${found[1]}" ]]; then
    compadd -- $found
  fi
  _files
}
compdef _markercheck markercheck
`;

const POWERSHELL = `# markercheck: completion for PowerShell
Register-ArgumentCompleter -Native -CommandName markercheck -ScriptBlock {
  param($word, $line, $cursor)
  $words = @($line.CommandElements | ForEach-Object { $_.ToString() })
  if ($word -eq '') { $words += '' }
  markercheck --get-yargs-completions @words 2> $null |
    Where-Object { $_ -like "$word*" } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`;

export const COMPLETIONS = { bash: BASH, zsh: ZSH, powershell: POWERSHELL } as const;
export type Shell = keyof typeof COMPLETIONS;
