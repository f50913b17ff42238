namespace Sluice.Benchmarks.Builds;

/// <summary>Buildspecs of what is measured.</summary>
internal static class Buildspecs
{
    /// <summary>With these commands, of one line each, in its build phase.</summary>
    public static string Of(IEnumerable<string> commands) =>
        $"version: 0.2\nphases:\n  build:\n    commands:\n{string.Concat(commands.Select(command => $"      - |\n        {command}\n"))}";
}
