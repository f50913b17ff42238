using System.CommandLine;

namespace Sluice.Local.Commands.Clients;

/// <summary>Arguments that name what the suite has, with what a shell may complete them by.</summary>
internal static class NameArguments
{
    private const string PipelineHelp = "The pipeline's name; may be left out where there is one";

    /// <summary>A pipeline, which need not be named where there is one.</summary>
    public static Argument<string?> Pipeline(ClientOptions options, string description = PipelineHelp) =>
        Named("NAME", description, options, async (suite, stop) => (await PipelineNames.AllAsync(suite, stop)).Select(pipeline => pipeline.Name!));

    /// <summary>A stage of the pipeline that is named before it.</summary>
    public static Argument<string?> Stage(ClientOptions options, Argument<string?> pipeline, string description)
    {
        var stage = new Argument<string?>("STAGE") { Description = description, Arity = ArgumentArity.ZeroOrOne };
        stage.CompletionSources.Add(context => options.Complete(context, async (suite, stop) => await PipelineNames.StagesAsync(suite, context.ParseResult.GetValue(pipeline), stop)));
        return stage;
    }

    /// <summary>A run of the pipeline that is named before it.</summary>
    public static Argument<string?> Run(ClientOptions options, Argument<string?> pipeline, string description)
    {
        var run = new Argument<string?>("RUN") { Description = description, Arity = ArgumentArity.ZeroOrOne };
        run.CompletionSources.Add(context => options.Complete(context, async (suite, stop) => await RunIds.NewestAsync(suite, context.ParseResult.GetValue(pipeline), stop)));
        return run;
    }

    private static Argument<string?> Named(string name, string description, ClientOptions options, Func<SuiteClient, CancellationToken, Task<IEnumerable<string>>> names)
    {
        var argument = new Argument<string?>(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };
        argument.CompletionSources.Add(context => options.Complete(context, names));
        return argument;
    }
}
