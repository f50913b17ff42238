using System.Text.Json.Nodes;
using Sluice.Signing.Calls;

namespace Sluice.BuildRunner.Telling;

/// <summary>CloudWatch Logs.</summary>
internal sealed class CloudWatchLogs(AwsEnvironment environment, string group, string stream) : ILogService
{
    private const string Exists = "ResourceAlreadyExistsException";

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await CallAsync("CreateLogGroup", new JsonObject { ["logGroupName"] = group }, cancellationToken, Exists, "AccessDeniedException");
        await CallAsync("CreateLogStream", Named(), cancellationToken, Exists);
    }

    public Task PutAsync(IReadOnlyList<LogEvent> events, CancellationToken cancellationToken)
    {
        var input = Named();
        input["logEvents"] = new JsonArray([.. events.Select(one => new JsonObject { ["timestamp"] = one.At.ToUnixTimeMilliseconds(), ["message"] = one.Message })]);
        return CallAsync("PutLogEvents", input, cancellationToken);
    }

    private JsonObject Named() => new() { ["logGroupName"] = group, ["logStreamName"] = stream };

    private async Task CallAsync(string operation, JsonObject input, CancellationToken cancellationToken, params string[] harmless)
    {
        try
        {
            await environment.Client(AwsJsonService.Logs).CallAsync(operation, input, cancellationToken);
        }
        catch (AwsErrorException e) when (harmless.Contains(e.Code))
        {
            // Who may not make a group can still write to one that is there.
        }
        catch (AwsErrorException e)
        {
            throw new LogServiceException($"{e.Code}: {e.Message}", e.IsTransient);
        }
        catch (InvalidOperationException e)
        {
            throw new LogServiceException(e.Message, mayPass: false);
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new LogServiceException(e.Message, mayPass: true);
        }
    }
}
