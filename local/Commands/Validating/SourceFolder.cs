using Sluice.Platform.Documents;

namespace Sluice.Local.Commands.Validating;

/// <summary>The folder at hand: what a pipeline's source action would take is here, if it is that repository.</summary>
/// <param name="path">Where it is.</param>
internal sealed class SourceFolder(string path)
{
    public string Root { get; } = Path.GetFullPath(path);

    /// <summary>The names of the files at its root, in order.</summary>
    public IReadOnlyList<string> Names => [.. Directory.EnumerateFiles(Root).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    /// <summary>The URLs of the repository's remotes; none if it is no repository.</summary>
    public IReadOnlyList<string> Remotes => File.Exists(At(Path.Combine(".git", "config")))
        ? [.. File.ReadLines(At(Path.Combine(".git", "config"))).Select(line => line.Split('=', 2)).Where(parts => parts.Length == 2 && parts[0].Trim() == "url").Select(parts => parts[1].Trim())]
        : [];

    /// <summary>The repository in which a folder is, or else the folder.</summary>
    public static SourceFolder Around(string folder)
    {
        var full = Path.GetFullPath(folder);
        for (var at = full; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Exists(Path.Combine(at, ".git")))
            {
                return new SourceFolder(at);
            }
        }

        return new SourceFolder(full);
    }

    public string At(string name) => Path.GetFullPath(Path.Combine(Root, name));

    /// <summary>A file of it; null if there is none. What a document names outside the folder is not looked at.</summary>
    public byte[]? Find(string name) => At(name) is var full && full.StartsWith(Root.TrimEnd('/') + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(full) ? Read(full, name) : null;

    /// <summary>A file, with one byte more than a document may have, so that its reader can refuse it.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static byte[] Read(string full, string name)
    {
        try
        {
            using var stream = File.OpenRead(full);
            var buffer = new byte[DocumentLimits.Bytes + 1];
            return buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{name}: cannot be read: {e.Message}");
        }
    }
}
