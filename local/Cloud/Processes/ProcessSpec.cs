namespace Sluice.Local.Cloud.Processes;

/// <summary>A program to start. Its environment is exactly <paramref name="Environment"/>: nothing of this process's own is passed on.</summary>
internal sealed record ProcessSpec(
    string FileName, IReadOnlyList<string> Arguments, string WorkingDirectory, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Whether it reads what it is given while it runs; else its input is empty.</summary>
    public bool ReadsInput { get; init; }

    /// <summary>Null if it sees the machine's files as they are.</summary>
    public OwnFiles? Files { get; init; }
}
