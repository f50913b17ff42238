using System.CommandLine;
using Sluice.Deployments.Api.Deployments;

namespace Sluice.Local.Commands.Releases;

/// <summary>The options that say how a repository's deployments go: those of <c>release</c>, and of <c>serve</c> for the repositories that it is given.</summary>
internal sealed class DeploymentOptions
{
    private readonly Option<string> _steps = Text("--steps", "Percentages and how long each is watched, unless the appspec has a Strategy", "LIST", "10:5s,50:5s").Checks(text => StepsOption.Read(text));
    private readonly Option<string> _alarm = Text("--alarm", "Errors of the new version from which traffic goes back", "PERCENT", "5%").Checks(text => AlarmOption.Read(text));
    private readonly Option<string> _tooFew = Text("--too-few", "What follows if fewer than five requests came to the new version in a step", "fail|continue", "fail").Checks(text => TooFewOption.Read(text));
    private readonly Option<string> _tooFewWait = Text("--too-few-wait", "How much longer such a step waits for requests", "TIME", "1m").Checks(text => TimeOption.Seconds("--too-few-wait", text));
    private readonly Option<string> _hook = Text("--hook-timeout", "How long a hook may take to report", "TIME", "1h").Checks(text => HookTimeoutOption.Read(text));

    private IReadOnlyList<Option<string>> All => [_steps, _alarm, _tooFew, _tooFewWait, _hook];

    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What is wrong with options beside each other.</summary>
    public IEnumerable<string> Faults(ParseResult parsed) => parsed.GetValue(_alarm) == "none"
        ? new[] { _tooFew, _tooFewWait }.Where(option => IsWritten(parsed, option))
            .Select(option => $"{option.Name} {parsed.GetValue(option)} has no meaning beside --alarm none: without an alarm no step needs requests.")
        : [];

    /// <summary>As <see cref="Faults"/>, and of options though no repository is given that they could be for.</summary>
    public IEnumerable<string> FaultsFor(ParseResult parsed, IReadOnlyCollection<string>? repositories) =>
        repositories is not { Count: > 0 } && All.Where(option => IsWritten(parsed, option)).ToList() is { Count: > 0 } idle
            ? [$"{string.Join(", ", idle.Select(option => option.Name))}: expected a --repository that this is for; the pipelines that the data folder holds say it themselves."]
            : Faults(parsed);

    /// <summary>What was checked before.</summary>
    public DeploymentChoices Read(ParseResult parsed)
    {
        var (strategy, last) = StepsOption.Read(parsed.GetRequiredValue(_steps));
        return new DeploymentChoices(strategy, AlarmOption.Read(parsed.GetRequiredValue(_alarm)), HookTimeoutOption.Read(parsed.GetRequiredValue(_hook)))
        {
            IsStrategyChosen = IsWritten(parsed, _steps),
            FinalBake = last,
            TooFew = TooFewOption.Read(parsed.GetRequiredValue(_tooFew)),
            TooFewWait = TimeOption.Seconds(_tooFewWait.Name, parsed.GetRequiredValue(_tooFewWait)),
        };
    }

    private static Option<string> Text(string name, string description, string form, string otherwise) =>
        new(name) { Description = description, HelpName = form, DefaultValueFactory = _ => otherwise };

    private static bool IsWritten(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
