using System.Text.RegularExpressions;
using Sluice.BuildContract.Batches;
using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Buildspecs.Batches;

/// <summary>Reads the <c>env</c> of builds in a batch.</summary>
internal static partial class BatchVariables
{
    public static BatchEnvironment Environment(MappingReader env)
    {
        if (env.Has("compute-type") && env.Has("fleet"))
        {
            env.Fault("fleet", "and compute-type exclude each other: a fleet has a compute type of its own");
        }

        var variables = env.MapOfStrings("variables");
        Check(env, variables.Keys);
        return new BatchEnvironment(
            env.OptionalString("compute-type"), env.OptionalString("fleet"), env.OptionalString("image"), env.OptionalBool("privileged-mode"), env.OptionalString("type"), variables);
    }

    /// <summary>Notes names that no variable can have.</summary>
    public static void Check(MappingReader env, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (!Name().IsMatch(name))
            {
                env.Fault("variables", $"'{name}' is no variable's name; expected letters, digits and _");
            }
            else if (name.StartsWith("CODEBUILD_", StringComparison.Ordinal))
            {
                env.Fault("variables", $"'{name}' cannot be set: names that begin with CODEBUILD_ are reserved");
            }
        }
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
