namespace Sluice.BuildRunner.Tools.Serving;

/// <summary>Where a build's tools are: their scripts in <c>bin</c>, calls and answers in <c>tools</c>, both below the control folder.</summary>
internal sealed class ToolFolder
{
    private const UnixFileMode Executable = (UnixFileMode)0b111_101_101;
    private const UnixFileMode Everyone = (UnixFileMode)0b111_111_111;

    public ToolFolder(string controlFolder)
    {
        Bin = Directory.CreateDirectory(Path.Combine(controlFolder, "bin")).FullName;
        Calls = Directory.CreateDirectory(Path.Combine(controlFolder, "tools")).FullName;
        Beat(0);
        foreach (var (name, script) in ToolScripts.All(Calls))
        {
            var path = Path.Combine(Bin, name);
            File.WriteAllText(path, script);
            Allow(path, Executable);
        }

        // A command may be run as somebody else, who calls tools all the same.
        Allow(Calls, Everyone);
    }

    /// <summary>To come first on the commands' PATH.</summary>
    public string Bin { get; }

    public string Calls { get; }

    /// <summary>These variables with the tools on the PATH.</summary>
    public IReadOnlyDictionary<string, string> OnPath(IReadOnlyDictionary<string, string> environment) =>
        new Dictionary<string, string>(environment, StringComparer.Ordinal)
        {
            ["PATH"] = environment.GetValueOrDefault("PATH") is { Length: > 0 } path ? $"{Bin}{Path.PathSeparator}{path}" : Bin,
        };

    /// <summary>Shows whoever waits that there is someone to answer.</summary>
    public void Beat(long count) => Write(Path.Combine(Calls, ToolScripts.Alive), $"{count}\n");

    public IEnumerable<string> Requests() => Directory.EnumerateFiles(Calls, "*.request").Select(path => path[..^".request".Length]);

    /// <summary>Answers a call; the status comes last, for which the script waits.</summary>
    public static void Answer(string call, ToolAnswer answer)
    {
        File.WriteAllText($"{call}.err", answer.Error);
        File.WriteAllText($"{call}.out", answer.Output);
        Write($"{call}.status", $"{answer.Status}\n");
    }

    // Whole or not at all: it is read meanwhile.
    private static void Write(string path, string content)
    {
        File.WriteAllText(path + ".new", content);
        File.Move(path + ".new", path, overwrite: true);
    }

    private static void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
