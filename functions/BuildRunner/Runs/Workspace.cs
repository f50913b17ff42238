using Sluice.BuildRunner.Processes;

namespace Sluice.BuildRunner.Runs;

/// <summary>A fresh folder for one build: the source, and beside it our own files. Only its owner can look inside.</summary>
internal sealed class Workspace
{
    private readonly string _root;

    public Workspace(string parent, string name)
    {
        Directory.CreateDirectory(parent);
        _root = Path.Combine(Path.GetFullPath(parent), $"sluice-build-{name}");
        Source = Make("src");
        Control = Make("control");
    }

    public string Source { get; }

    public string Control { get; }

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
    public async Task<string?> RemoveAsync(IProcesses processes, IReadOnlyDictionary<string, string> environment)
    {
        try
        {
            if (Directory.Exists(_root))
            {
                Directory.Delete(_root, recursive: true);
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return OperatingSystem.IsWindows() ? e.Message : await RemoveByToolsAsync(processes, environment);
        }
    }

    // Builds leave folders that nobody may write to (Go's module cache), names that are no text to .NET, and paths that are longer than a system call takes: the system's own tools know how.
    private async Task<string?> RemoveByToolsAsync(IProcesses processes, IReadOnlyDictionary<string, string> environment)
    {
        const string script = "chmod -R u+rwX \"$1\" 2> /dev/null; rm -rf \"$1\"";
        using var tools = processes.Start(new ProcessSpec("/bin/sh", ["-c", script, "sh", _root], Path.GetDirectoryName(_root)!, environment));
        tools.Input.Close();
        var said = tools.Error.ReadToEndAsync();
        await tools.Output.ReadToEndAsync();
        return await tools.Exited == 0 ? null : (await said).Split('\n')[0];
    }

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
