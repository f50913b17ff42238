namespace Sluice.Pipelines.Sources;

/// <summary>What a server says of a repository: its branches, and the one that HEAD is (null if it does not say).</summary>
internal sealed record RefAdvertisement(IReadOnlyDictionary<string, string> Branches, string? HeadBranch)
{
    private const string TagNames = "refs/tags/";
    private const string Peeled = "^{}";
    private const string Heads = "refs/heads/";
    private const string Symref = "symref=HEAD:" + Heads;

    /// <summary>The commits (or what else it is) that tags mean, by their names.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>What the server can.</summary>
    public IReadOnlyList<string> Abilities { get; init; } = [];

    /// <summary>Every id that has a name.</summary>
    public IReadOnlySet<string> Advertised { get; init; } = new HashSet<string>();

    /// <summary>Whether the server can do something.</summary>
    public bool Can(string ability) => Abilities.Contains(ability);

    /// <summary>Reads git's smart protocol, version 0 or 1.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static RefAdvertisement Smart(ReadOnlySpan<byte> content)
    {
        var all = PktLines.Read(content);
        var lines = all.SkipWhile(line => line.StartsWith('#') || line.Length == 0).ToList();
        if (lines.Count > 0 && lines[0].StartsWith("version ", StringComparison.Ordinal))
        {
            if (lines[0] != "version 1")
            {
                throw new FormatException($"The server insists on git's protocol {lines[0]}; version 0 or 1 was asked for.");
            }

            lines.RemoveAt(0);
        }

        if (lines.Count == 0)
        {
            // Git has nothing to say of an empty repository but which service this is.
            return all.Count > 0 ? new RefAdvertisement(new Dictionary<string, string>(), null) : throw new FormatException("The advertisement is empty.");
        }

        if (lines[0].StartsWith("ERR ", StringComparison.Ordinal))
        {
            throw new FormatException($"The server says: {lines[0][4..]}");
        }

        var parts = lines[0].Split('\0', 2);
        var refs = Refs(lines.Skip(1).Prepend(parts[0]).TakeWhile(line => line.Length > 0), ' ');
        return new RefAdvertisement(BranchesOf(refs), Head(parts.ElementAtOrDefault(1)) ?? Guess(refs))
        {
            Tags = TagsOf(refs), Abilities = parts.ElementAtOrDefault(1)?.Split(' ') ?? [], Advertised = refs.Select(found => found.Id).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>Reads the plain list of a server that only hands out files.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static RefAdvertisement Plain(string infoRefs, string? head)
    {
        const string Prefix = "ref: " + Heads;
        var refs = Refs(infoRefs.Split('\n', StringSplitOptions.RemoveEmptyEntries), '\t');
        var isBranch = head is not null && head.StartsWith(Prefix, StringComparison.Ordinal);
        return new RefAdvertisement(BranchesOf(refs), isBranch ? head![Prefix.Length..].Trim() : null) { Tags = TagsOf(refs) };
    }

    private static List<(string Id, string Name)> Refs(IEnumerable<string> lines, char divider)
    {
        var refs = new List<(string, string)>();
        foreach (var line in lines.Where(line => !line.StartsWith("shallow ", StringComparison.Ordinal)))
        {
            if (line.Length <= CommitIds.Length + 1 || line[CommitIds.Length] != divider || !line[..CommitIds.Length].All(char.IsAsciiHexDigitLower))
            {
                throw new FormatException("A line of the advertisement is no SHA-1 id and a ref's name.");
            }

            refs.Add((line[..CommitIds.Length], line[(CommitIds.Length + 1)..].TrimEnd('\r')));
        }

        return refs;
    }

    private static Dictionary<string, string> BranchesOf(List<(string Id, string Name)> refs)
    {
        var branches = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, name) in refs.Where(found => found.Name.StartsWith(Heads, StringComparison.Ordinal) && CommitIds.Is(found.Id)))
        {
            branches[name[Heads.Length..]] = id;
        }

        return branches;
    }

    /// <summary>A tag with a message is listed twice: as the tag's object, and then as what it means.</summary>
    private static Dictionary<string, string> TagsOf(List<(string Id, string Name)> refs)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, name) in refs.Where(found => found.Name.StartsWith(TagNames, StringComparison.Ordinal) && CommitIds.Is(found.Id)).OrderBy(found => found.Name.EndsWith(Peeled, StringComparison.Ordinal)))
        {
            tags[name.EndsWith(Peeled, StringComparison.Ordinal) ? name[TagNames.Length..^Peeled.Length] : name[TagNames.Length..]] = id;
        }

        return tags;
    }

    private static string? Head(string? capabilities) => capabilities?.Split(' ')
        .FirstOrDefault(capability => capability.StartsWith(Symref, StringComparison.Ordinal))?[Symref.Length..];

    /// <summary>An old server tells where HEAD stands, but not which branch it is.</summary>
    private static string? Guess(List<(string Id, string Name)> refs)
    {
        var head = refs.FirstOrDefault(found => found.Name == "HEAD").Id;
        var same = refs
            .Where(found => found.Id == head && found.Name.StartsWith(Heads, StringComparison.Ordinal))
            .Select(found => found.Name[Heads.Length..])
            .ToList();
        return same.Count == 1 ? same[0] : same.Find(name => name is "main" or "master");
    }
}
