using System.IO.Compression;
using System.Text;
using Sluice.Pipelines.Sources.Packs;

namespace Sluice.Pipelines.Sources;

/// <summary>A commit's files as CodePipeline hands them on: a zip of all but the history. Submodules are empty, as a clone leaves them.</summary>
internal static class CommitZip
{
    private const int MostFiles = 100_000;
    private const string Executable = "100755";
    private const string Link = "120000";
    private const string Submodule = "160000";

    /// <summary>The first moment that a zip can tell: git keeps no times.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="FormatException">The pack has not all of it, it is too much, or no file system has such names.</exception>
    public static async Task WriteAsync(Pack pack, string commit, Stream zip, CancellationToken cancellationToken)
    {
        await using var archive = await ZipArchive.CreateAsync(zip, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        foreach (var (path, file) in Files(pack, commit).OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            var entry = archive.CreateEntry(path);
            entry.LastWriteTime = Epoch;
            entry.ExternalAttributes = Attributes(file.Mode);
            await using var content = await entry.OpenAsync(cancellationToken);
            await content.WriteAsync(pack.Find(file.Id, PackObjectKind.Blob) ?? throw new FormatException($"the server did not give the file {path}."), cancellationToken);
        }
    }

    private static List<(string Path, TreeEntry File)> Files(Pack pack, string commit)
    {
        var files = new List<(string, TreeEntry)>();
        var folders = new Stack<(string Path, string Id)>();
        folders.Push(("", CommitDetails.TreeOf(pack.Find(commit, PackObjectKind.Commit) ?? throw new FormatException("the server gave something else."))));
        for (var looked = 0; folders.TryPop(out var folder); looked++)
        {
            if (files.Count > MostFiles || looked > MostFiles)
            {
                throw new FormatException($"it has more than {MostFiles} files or folders.");
            }

            foreach (var entry in TreeEntry.Read(pack.Find(folder.Id, PackObjectKind.Tree) ?? throw new FormatException("the server did not give all of the folders.")).Values.Where(entry => entry.Mode != Submodule))
            {
                Check(entry.Name);
                if (entry.IsFolder)
                {
                    folders.Push(($"{folder.Path}{entry.Name}/", entry.Id));
                }
                else
                {
                    files.Add((folder.Path + entry.Name, entry));
                }
            }
        }

        return files;
    }

    /// <summary>Git has no such names, but a server may send any.</summary>
    private static void Check(string name)
    {
        if (name is "" or "." or ".." or ".git" || name.Contains('/') || name.Contains('\\'))
        {
            throw new FormatException($"it has a file or folder that is called '{name}'.");
        }
    }

    /// <summary>Those of Unix, in the upper half.</summary>
    private static int Attributes(string mode) => Convert.ToInt32(mode switch { Executable => "100755", Link => "120777", _ => "100644" }, 8) << 16;
}
