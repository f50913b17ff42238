using Sluice.BuildRunner.Shells;
using Sluice.Platform.Files;

namespace Sluice.BuildRunner.Runs;

/// <summary>A fresh folder for one build: the sources, and beside them our own files. Only its owner can look inside, until a <c>run-as</c> lets somebody else in.</summary>
internal sealed class Workspace
{
    private readonly string _root;

    public Workspace(string parent, string name, IEnumerable<string> secondarySources)
    {
        Directory.CreateDirectory(parent);
        _root = Path.Combine(Path.GetFullPath(parent), $"sluice-build-{name}");
        var control = Make("control");
        Folders = new WorkspaceFolders(_root, [Make("src"), .. secondarySources.Select(id => Make($"src_{id}"))], control, Make(Path.Combine("control", "shared")));
        Tools = Make(Path.Combine("control", "bin"));
    }

    public WorkspaceFolders Folders { get; }

    /// <summary>For programs of ours that commands can call: it is the first on their PATH.</summary>
    public string Tools { get; }

    /// <summary>The checkout that surrounds the workspace, if any: a build below it would take in that checkout's settings.</summary>
    public string? SurroundingCheckout
    {
        get
        {
            var folder = Path.GetDirectoryName(_root);
            while (folder is not null && !Path.Exists(Path.Combine(folder, ".git")))
            {
                folder = Path.GetDirectoryName(folder);
            }

            return folder;
        }
    }

    /// <returns>Why it could not be removed whole; null if it was.</returns>
    public string? Remove() => LeftFolder.Remove(_root);

    private string Make(string name)
    {
        var path = Path.Combine(_root, name);
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(path).FullName;
        }

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(_root, owner);
        return Directory.CreateDirectory(path).FullName;
    }
}
