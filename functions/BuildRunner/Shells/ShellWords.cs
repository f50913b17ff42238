using Sluice.BuildRunner.Buildspecs;

namespace Sluice.BuildRunner.Shells;

/// <summary>What a POSIX shell reads as it is meant.</summary>
internal static class ShellWords
{
    /// <summary>One word, whatever is in it.</summary>
    public static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>Lines that export variables; those whose names no shell can say are left out.</summary>
    public static string Exports(IEnumerable<KeyValuePair<string, string>> variables) =>
        string.Concat(variables.Where(variable => BuildspecNames.IsVariable(variable.Key)).Select(variable => $"export {variable.Key}={Quoted(variable.Value)}\n"));
}
