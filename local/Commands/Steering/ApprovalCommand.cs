using System.CommandLine;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Seeing;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Steering;

/// <summary><c>approve</c> and <c>reject</c>: answer what waits for people. The token is found by the command.</summary>
internal static class ApprovalCommand
{
    private const int LongestComment = 512;

    public static Command CreateApprove(IReadOnlyDictionary<string, string> environment) => Create("approve", "Approve what waits for people", ApprovalStatus.Approved, environment);

    public static Command CreateReject(IReadOnlyDictionary<string, string> environment) => Create("reject", "Reject what waits for people: its run fails", ApprovalStatus.Rejected, environment);

    private static Command Create(string word, string description, ApprovalStatus status, IReadOnlyDictionary<string, string> environment)
    {
        var options = new ClientOptions(environment);
        var name = NameArguments.Pipeline(options);
        var action = new Argument<string?>("ACTION") { Description = "The action, or STAGE/ACTION; may be left out where one waits", Arity = ArgumentArity.ZeroOrOne };
        action.CompletionSources.Add(context => options.Complete(context, async (suite, stop) =>
            (await WaitingAsync(suite, await PipelineNames.OneAsync(suite, context.ParseResult.GetValue(name), stop), stop)).Select(approval => approval.ActionName)));
        var run = new Option<string?>("--run") { Description = "The run, where the action waits in several", HelpName = "RUN" };
        var comment = new Option<string>("--comment") { Description = "What you have to say of it", HelpName = "TEXT", DefaultValueFactory = _ => "" }.Checks(CheckComment);
        var command = new Command(word, description) { name, action, run, comment };
        command.SetAction((parsed, stop) => options.RunAsync(
            parsed, talk => RunAsync(talk, new ApprovalChoice(parsed.GetValue(name), parsed.GetValue(action), parsed.GetValue(run)), new ApprovalResult { Status = status, Summary = parsed.GetValue(comment) ?? "" }, stop)));
        return options.AddTo(command);
    }

    public static async Task<int> RunAsync(Talk talk, ApprovalChoice choice, ApprovalResult result, CancellationToken stop)
    {
        var pipeline = await PipelineNames.OneAsync(talk.Suite, choice.Pipeline, stop);
        var approval = choice.Of(pipeline, await WaitingAsync(talk.Suite, pipeline, stop));
        var answer = await talk.Suite.AskAsync<PutApprovalResultOutput>(
            new PutApprovalResultInput { PipelineName = pipeline, StageName = approval.StageName, ActionName = approval.ActionName, Token = approval.Token, Result = result }, stop);
        return await talk.TellAsync(answer, $"{pipeline}: {approval.StageName}/{approval.ActionName} of run {ShortIds.Of(approval.PipelineExecutionId)} is {(result.Status == ApprovalStatus.Approved ? "approved" : "rejected")} by you");
    }

    private static async Task<IReadOnlyList<WaitingApproval>> WaitingAsync(SuiteClient suite, string pipeline, CancellationToken stop) => (await PipelineReader.ReadAsync(suite, pipeline, stop)).Approvals;

    private static void CheckComment(string text)
    {
        if (text.Length > LongestComment)
        {
            throw new UsageException($"--comment: expected at most {LongestComment} characters, and these are {text.Length}.");
        }
    }
}
