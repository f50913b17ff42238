using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>Up to ten parameters. Those that are not there are named.</summary>
internal sealed class GetParameters(FoundParameter found) : ParameterCall<GetParameters.Input>("getParameters")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var (parameters, invalid) = (new JsonArray(), new JsonArray());
        foreach (var name in input.Names.Distinct(StringComparer.Ordinal))
        {
            try
            {
                parameters.Add(await found.GetAsync(name, input.WithDecryption ?? false, cancellationToken));
            }
            catch (TaskFailedException e) when (e.Error is "Ssm.ParameterNotFoundException" or "Ssm.ParameterVersionNotFoundException")
            {
                invalid.Add(name);
            }
        }

        return new JsonObject { ["Parameters"] = parameters, ["InvalidParameters"] = invalid };
    }

    /// <summary>Parameter Store's GetParametersRequest.</summary>
    internal sealed record Input(IReadOnlyList<string> Names, bool? WithDecryption);
}
