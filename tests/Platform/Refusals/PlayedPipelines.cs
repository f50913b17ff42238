using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;
using Sluice.World.Refusals;

namespace Sluice.Platform.Tests.Refusals;

/// <summary>CodePipeline over the wire with one operation, which does what it should unless a test breaks it.</summary>
internal sealed class PlayedPipelines : IRefusingWorld
{
    private readonly ServiceProvider _services;

    public PlayedPipelines() => _services = new ServiceCollection()
        .AddSingleton<IIds>(new CountingIds())
        .AddSingleton<Func<ListDeployActionExecutionTargetsInput, ListDeployActionExecutionTargetsOutput>>(input => Play(input))
        .AddOperation<ListDeployActionExecutionTargets>("codepipeline")
        .BuildServiceProvider();

    public int Writes { get; set; }

    public Func<ListDeployActionExecutionTargetsInput, ListDeployActionExecutionTargetsOutput> Play { get; set; } = Right;

    public static ListDeployActionExecutionTargetsOutput Right(ListDeployActionExecutionTargetsInput input) => input switch
    {
        { ActionExecutionId.Length: > 100 } => throw new ApiException("ValidationException", "actionExecutionId is too long"),
        { PipelineName: not (null or "shop") } => throw new ApiException("PipelineNotFoundException", $"There is no pipeline '{input.PipelineName}'."),
        { NextToken: not null } => throw new ApiException("InvalidNextTokenException", "nextToken was not given out for this listing"),
        { ActionExecutionId: "nothing" } => throw new ApiException("ActionExecutionNotFoundException", "There is no action 'nothing'."),
        _ => new ListDeployActionExecutionTargetsOutput(null),
    };

    public async Task<(int Status, JsonNode? Answer)> AskAsync(string operation, JsonObject input) =>
        await new WireApi(_services, "codepipeline").AskAsync(operation, input.ToJsonString());

    public void Dispose() => _services.Dispose();
}
