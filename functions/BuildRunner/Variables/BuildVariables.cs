using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Buildspecs;

namespace Sluice.BuildRunner.Variables;

/// <summary>The variables of the buildspec and of the job, which beat those of the buildspec: which value each has, or where it comes from.</summary>
internal sealed class BuildVariables
{
    private readonly Dictionary<string, JobVariable> _variables = new(StringComparer.Ordinal);

    public BuildVariables(BuildspecEnv env, IEnumerable<JobVariable> job)
    {
        var buildspec = Of(env.Variables, JobVariableKind.Plaintext).Concat(Of(env.Parameters, JobVariableKind.ParameterStore)).Concat(Of(env.Secrets, JobVariableKind.SecretsManager));
        foreach (var variable in buildspec.Concat(job))
        {
            _variables[variable.Name] = variable;
        }
    }

    /// <summary>Those whose values are in stores.</summary>
    public IReadOnlyList<WantedVariable> Wanted =>
        [.. _variables.Values.Where(variable => variable.Kind != JobVariableKind.Plaintext).Select(variable => new WantedVariable(variable.Name, variable.Kind, variable.Value))];

    /// <summary>The names that must not be handed on.</summary>
    public IEnumerable<string> Secret => _variables.Values.Where(variable => variable.Secret || variable.Kind != JobVariableKind.Plaintext).Select(variable => variable.Name);

    /// <summary>With the values that the stores have.</summary>
    public IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> stored) =>
        _variables.Values.ToDictionary(variable => variable.Name, variable => variable.Kind == JobVariableKind.Plaintext ? variable.Value : stored[variable.Name], StringComparer.Ordinal);

    private static IEnumerable<JobVariable> Of(IReadOnlyDictionary<string, string> variables, JobVariableKind kind) =>
        variables.Select(variable => new JobVariable(variable.Key, variable.Value) { Kind = kind });
}
