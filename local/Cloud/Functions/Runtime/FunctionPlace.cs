using Sluice.Local.Cloud.Processes;

namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>
/// The files that one function process has to itself: its package, which it cannot change for any other, and its <c>/tmp</c>. Where the machine lets it mount, the package is the one and only, read-only;
/// elsewhere it is a copy, and <c>TMPDIR</c> says where the temporary files are.
/// </summary>
internal sealed class FunctionPlace : IDisposable
{
    private const string Temporaries = "tmp";
    private readonly string _folder;

    internal FunctionPlace(string folder) => _folder = folder;

    /// <summary>Where the package is, as the process sees it.</summary>
    public required string Code { get; init; }

    /// <summary>Where it has its temporary files, as it sees them.</summary>
    public required string Temporary { get; init; }

    /// <summary>Null where it sees the machine's files as they are.</summary>
    public OwnFiles? Files { get; init; }

    /// <param name="folder">Its alone; made here and gone with it.</param>
    /// <param name="package">The unpacked package.</param>
    /// <param name="needed">Another folder that it must see wherever that is.</param>
    /// <param name="isolation">What the machine gives.</param>
    public static FunctionPlace Create(string folder, string package, string? needed, Isolation isolation)
    {
        var temporary = Directory.CreateDirectory(Path.Combine(folder, Temporaries)).FullName;
        return isolation.CanMount ? Mounted(folder, package, needed, temporary) : Copied(folder, package, temporary);
    }

    /// <summary>What the function has put there may be such that it cannot be deleted: the next start of the suite tries again.</summary>
    public void Dispose() => Clear(_folder);

    /// <summary>Deletes what ended processes have left.</summary>
    public static void Clear(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is in nobody's way.
        }
    }

    private static FunctionPlace Mounted(string folder, string package, string? needed, string temporary)
    {
        string[] readOnly = needed?.StartsWith(OwnFiles.TemporaryPath + "/", StringComparison.Ordinal) == true ? [package, needed] : [package];
        var files = new OwnFiles(readOnly, temporary);
        files.MakePlaces();
        return new FunctionPlace(folder) { Code = package, Temporary = OwnFiles.TemporaryPath, Files = files };
    }

    private static FunctionPlace Copied(string folder, string package, string temporary)
    {
        var code = Directory.CreateDirectory(Path.Combine(folder, "code")).FullName;
        foreach (var path in Directory.EnumerateDirectories(package, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(code, Path.GetRelativePath(package, path)));
        }

        foreach (var path in Directory.EnumerateFiles(package, "*", SearchOption.AllDirectories))
        {
            File.Copy(path, Path.Combine(code, Path.GetRelativePath(package, path)));
        }

        return new FunctionPlace(folder) { Code = code, Temporary = temporary };
    }
}
