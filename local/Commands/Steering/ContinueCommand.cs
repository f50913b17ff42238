using System.CommandLine;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Seeing;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Steering;

/// <summary><c>continue</c>: lets go on what waits for somebody to say so: a deployment, or runs at a transition that is disabled.</summary>
internal static class ContinueCommand
{
    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var options = new ClientOptions(environment);
        var what = NameArguments.Pipeline(options, "A pipeline's name, or a deployment's id; may be left out where there is one pipeline");
        var stage = NameArguments.Stage(options, what, "The stage into which runs are let again, or whose deployment goes on; may be left out where one waits");
        var command = new Command("continue", "Let a deployment go on that waits for it, or let runs into a stage again") { what, stage };
        command.SetAction((parsed, stop) => options.RunAsync(parsed, talk => RunAsync(talk, parsed.GetValue(what), parsed.GetValue(stage), stop)));
        return options.AddTo(command);
    }

    public static async Task<int> RunAsync(Talk talk, string? what, string? stage, CancellationToken stop)
    {
        if (what is not null && DeploymentReader.IsId(what))
        {
            return await DeploymentWait.EndAsync(talk, (await DeploymentReader.ReadAsync(talk.Suite, what, stop)).DeploymentInfo, stop);
        }

        var name = await PipelineNames.OneAsync(talk.Suite, what, stop);
        var view = await PipelineReader.ReadAsync(talk.Suite, name, stop);
        var held = HeldUp.Of(view).Where(held => stage is null || held.StageName == stage).ToList();
        return held switch
        {
            [{ Deployment: { } deployment }] => await DeploymentWait.EndAsync(talk, deployment, stop),
            [var closed] => await EnableAsync(talk, name, closed.StageName, stop),
            [] => throw new RefusedException($"Nothing of {(stage is null ? name : $"{name}/{stage}")} waits to be continued.{(view.Approvals.Count > 0 ? $" An approval waits: sluice approve {name}" : "")}"),
            _ => throw new UsageException($"Several wait; name one: {string.Join("; ", held.Select(one => one.Text(name)))}."),
        };
    }

    private static async Task<int> EnableAsync(Talk talk, string name, string stage, CancellationToken stop)
    {
        var input = new EnableStageTransitionInput { PipelineName = name, StageName = stage, TransitionType = StageTransitionType.Inbound };
        await talk.Suite.TellAsync(input, stop);
        return await talk.TellAsync(input, $"{name}: runs come into {stage} again");
    }
}
