using Sluice.Platform.Configuration;

namespace Sluice.BuildFunction;

/// <summary>The function's variables: of what Lambda sets, a build is to see nothing by which its commands would take themselves for a function.</summary>
internal sealed class FunctionVariables(IReadOnlyDictionary<string, string> variables)
{
    /// <summary>The folder that is the function's alone, which is emptied before each build: of a function in Lambda <c>/tmp</c>, the only one that it can write to.</summary>
    public const string Scratch = "SLUICE_SCRATCH";

    private static readonly string[] _lambdas = ["AWS_LAMBDA_", "LAMBDA_", "AWS_XRAY_", "_HANDLER", "_X_AMZN_TRACE_ID", "ANNOTATIONS_HANDLER"];

    /// <exception cref="InvalidConfigurationException">It is not told.</exception>
    public string ScratchFolder()
    {
        var reader = new VariableReader(variables);
        var folder = reader.Required(Scratch, "a folder that is the function's alone, whose content is deleted", Path.IsPathRooted);
        reader.ThrowIfFaulty();
        return folder;
    }

    /// <summary>What a build's program is started with.</summary>
    /// <param name="told">With each build; these win.</param>
    /// <param name="home">Where its tools keep things.</param>
    public IReadOnlyDictionary<string, string> Of(IEnumerable<BuildInvocationVariable> told, string home)
    {
        var all = variables.Where(variable => !_lambdas.Any(prefix => variable.Key.StartsWith(prefix, StringComparison.Ordinal))).ToDictionary(StringComparer.Ordinal);
        all["HOME"] = home;
        foreach (var (name, value) in told)
        {
            all[name] = value;
        }

        return all;
    }
}
