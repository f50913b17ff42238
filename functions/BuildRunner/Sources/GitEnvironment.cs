using Sluice.BuildContract.Jobs;

namespace Sluice.BuildRunner.Sources;

/// <summary>The environment of git: the machine's, but never a question to a person, and nothing that points git at another repository.</summary>
internal static class GitEnvironment
{
    private static readonly string[] _pointers =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR",
        "GIT_NAMESPACE", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT", "GIT_ASKPASS", "SSH_ASKPASS", "GIT_TEMPLATE_DIR", "GIT_TRACE",
    ];

    /// <param name="machine">The machine's own.</param>
    /// <param name="source">What is fetched.</param>
    /// <param name="credential">How git finds its credential.</param>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, string> machine, JobSource source, IReadOnlyDictionary<string, string> credential)
    {
        var environment = WithoutPointers(machine);
        foreach (var (name, value) in credential)
        {
            environment[name] = value;
        }

        if (source.InsecureSsl)
        {
            environment["GIT_SSL_NO_VERIFY"] = "1";
        }

        environment["GIT_TERMINAL_PROMPT"] = "0";
        environment["GCM_INTERACTIVE"] = "never";
        environment.TryAdd("GIT_SSH_COMMAND", "ssh -oBatchMode=yes");
        environment["LC_ALL"] = "C";
        return environment;
    }

    /// <summary>Without the variables by which a surrounding git (a hook, say) points at its own repository.</summary>
    public static Dictionary<string, string> WithoutPointers(IReadOnlyDictionary<string, string> machine) =>
        machine.Where(variable => !_pointers.Contains(variable.Key)).ToDictionary(StringComparer.Ordinal);
}
