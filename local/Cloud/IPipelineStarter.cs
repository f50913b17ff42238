using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud;

/// <summary>Starts pipelines for EventBridge's rules.</summary>
public interface IPipelineStarter
{
    /// <summary>Starts an execution.</summary>
    /// <param name="pipelineArn">E.g. <c>arn:aws:codepipeline:us-east-1:123456789012:shop</c>.</param>
    /// <param name="input">What the rule's target is sent: <c>{"sourceRevisions": […], "variables": […]}</c>; anything else, as the event itself, says nothing.</param>
    /// <param name="idempotencyId">The same at every try: a second call with it starts nothing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PipelineRefusedException">There is no such pipeline, or it cannot be started so; any other exception is tried again.</exception>
    Task StartAsync(string pipelineArn, JsonNode? input, string idempotencyId, CancellationToken cancellationToken);
}
