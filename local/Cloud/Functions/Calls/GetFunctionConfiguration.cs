using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

/// <summary>
/// The answer on a version that is being initialised takes a moment, in which it mostly becomes Active: a machine that reads again later pays for more states.
/// </summary>
internal sealed class GetFunctionConfiguration(FunctionLookup functions, VersionInitialiser initialiser, CloudIdentity identity, TimeProvider time) : IServiceCall
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    public string Resource => "arn:aws:states:::aws-sdk:lambda:getFunctionConfiguration";

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, LambdaErrors.Invalid);
        var name = ConfigurationRules.Required(input.FunctionName, "FunctionName");
        var (version, shape) = functions.Find(name, input.Qualifier);
        if (version.State != VersionState.Pending)
        {
            return AwsJson.Write(shape);
        }

        var settled = initialiser.SettledAsync(FunctionReference.Parse(name, null, identity).Name, version.Version);
        await settled.WaitAsync(Moment, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return AwsJson.Write(functions.Find(name, input.Qualifier).Shape);
    }

    private sealed record Input(string? FunctionName, string? Qualifier);
}
