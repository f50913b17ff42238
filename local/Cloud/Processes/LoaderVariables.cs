namespace Sluice.Local.Cloud.Processes;

/// <summary>
/// What the system's loader acts on (<c>LD_PRELOAD</c> and its like). A function or a task may set it, an allocator, say; but other programs start and confine it first, and those must not run its
/// libraries. So it is given to the program alone, in the last moment.
/// </summary>
internal static class LoaderVariables
{
    private const string Setter = "/usr/bin/env";

    public static ProcessSpec GivenToTheProgramAlone(ProcessSpec spec)
    {
        var loaders = spec.Environment.Where(variable => IsOfTheLoader(variable.Key)).OrderBy(variable => variable.Key, StringComparer.Ordinal).ToList();
        return loaders.Count == 0 || OperatingSystem.IsWindows()
            ? spec
            : spec with
            {
                FileName = Setter,
                Arguments = [.. loaders.Select(variable => $"{variable.Key}={variable.Value}"), spec.FileName, .. spec.Arguments],
                Environment = spec.Environment.Except(loaders).ToDictionary(StringComparer.Ordinal),
            };
    }

    private static bool IsOfTheLoader(string name) =>
        name.StartsWith("LD_", StringComparison.Ordinal) || name.StartsWith("DYLD_", StringComparison.Ordinal) || name is "GLIBC_TUNABLES";
}
