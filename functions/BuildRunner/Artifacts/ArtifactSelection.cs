using Sluice.BuildRunner.Buildspecs;

namespace Sluice.BuildRunner.Artifacts;

/// <summary>Which files make an artifact, by CodeBuild's rules. Whatever the patterns match is in it; if something cannot be, that is an error.</summary>
internal sealed class ArtifactSelection
{
    private const int MostFaults = 20;
    private readonly SourceTree _tree;
    private readonly BuildspecArtifact _artifact;
    private readonly SortedDictionary<string, ArtifactFile> _files = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];
    private readonly List<string> _notes = [];

    private ArtifactSelection(SourceTree tree, BuildspecArtifact artifact)
    {
        _tree = tree;
        _artifact = artifact;
    }

    /// <exception cref="ArtifactException">No file matches, two have one name, or something that matches cannot be packed; all such faults.</exception>
    public static ArtifactContent Select(SourceTree tree, BuildspecArtifact artifact) => new ArtifactSelection(tree, artifact).Select();

    private ArtifactContent Select()
    {
        var directories = BaseDirectories.Find(_tree, _artifact.BaseDirectory);
        var patterns = directories.SelectMany(Select).ToLookup(pattern => pattern.Text, StringComparer.Ordinal);
        if (_faults.Count > 0)
        {
            throw new ArtifactException(string.Join('\n', _faults.Order(StringComparer.Ordinal).Take(MostFaults)) + (_faults.Count > MostFaults ? $"\nand {_faults.Count - MostFaults} more." : ""));
        }

        var idle = patterns.Where(same => !same.Any(pattern => pattern.HasFile)).Select(same => $"'{same.Key}'{same.FirstOrDefault(pattern => pattern.HasFolder)?.Hint}").ToList();
        return _files.Count > 0
            ? new ArtifactContent([.. _files.Values], [.. _notes, .. idle.Select(pattern => $"no file matches {pattern}")])
            : throw new ArtifactException($"No file matches {string.Join(", ", idle)}. {FolderListing.Of(_tree, directories[0])}");
    }

    private IReadOnlyList<FilePattern> Select(string directory)
    {
        var patterns = Patterns(_artifact.Files, directory);
        var excluded = Patterns(_artifact.ExcludePaths, directory);
        foreach (var entry in _tree.Walk(directory, folder => MayBeBelow(folder.Path), _artifact.KeepsLinks))
        {
            foreach (var pattern in patterns.Where(pattern => pattern.Glob.Matches(entry.Path)))
            {
                pattern.HasFile |= entry.MayBeFile;
                pattern.HasFolder |= entry.MayBeFolder;
            }

            if ((entry.MayBeFile && IsWanted(entry.Path)) || (entry.MayBeFolder && !entry.CanBeEntered && MayBeBelow(entry.Path)))
            {
                Take(directory, entry);
            }
        }

        return patterns;

        bool IsWanted(string path) => patterns.Any(pattern => pattern.Glob.Matches(path)) && !excluded.Any(pattern => pattern.Glob.Matches(path));

        bool MayBeBelow(string path) => patterns.Any(pattern => pattern.Glob.MayMatchBelow(path)) && !excluded.Any(pattern => pattern.Glob.MatchesAllBelow(path));
    }

    private IReadOnlyList<FilePattern> Patterns(IReadOnlyList<string> texts, string directory)
    {
        var named = _artifact.BaseDirectory is { } name ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(name, _tree.Root)) : _tree.Named;
        return [.. texts.Select(text => FilePattern.Of(text, directory, named))];
    }

    private void Take(string directory, TreeEntry entry)
    {
        if (entry.Fault is { } fault)
        {
            _faults.Add($"'{Shown(directory, entry)}' {fault}.");
        }
        else if (entry.IsLoop)
        {
            _notes.Add($"'{Shown(directory, entry)}' is a link to a folder that it is in; it is left out");
        }
        else
        {
            Add(new ArtifactFile(Shown(directory, entry), entry.Real, _artifact.DiscardPaths ? Path.GetFileName(entry.Path) : entry.Path) { LinkTarget = entry.LinkTarget });
        }
    }

    private string Shown(string directory, TreeEntry entry) => directory == _tree.Root ? entry.Shown : $"{_tree.Shown(directory)}/{entry.Shown}".TrimEnd('/');

    private void Add(ArtifactFile file)
    {
        if (!_files.TryAdd(file.EntryName, file))
        {
            IEnumerable<string> both = [_files[file.EntryName].Path, file.Path];
            _faults.Add($"Two files would both be '{file.EntryName}' in the artifact: {string.Join(" and ", both.Order(StringComparer.Ordinal))}.");
        }
    }
}
