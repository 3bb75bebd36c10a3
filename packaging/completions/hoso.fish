# Completion of hoso for fish: what may follow is asked of hoso itself.
function __hoso_complete
    set -l words (commandline -opc) (commandline -ct)
    hoso complete $words[2..-1] 2>/dev/null
end
complete -c hoso -a '(__hoso_complete)'
