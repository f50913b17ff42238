using System.CommandLine;
using Sluice.Deployments.Alarms;

namespace Sluice.Local.Commands.Releases;

/// <summary>The options that say how a repository's deployments go: those of <c>release</c>, and of <c>serve</c> for the repositories that it is given.</summary>
internal sealed class DeploymentOptions
{
    private readonly Option<string> _steps = new("--steps")
    {
        Description = "Percentages and how long each is watched, unless the appspec has a Strategy", HelpName = "LIST", DefaultValueFactory = _ => "10:5s,50:5s",
    };

    private readonly Option<string> _alarm = new("--alarm") { Description = "Errors of the new version from which traffic goes back", HelpName = "PERCENT", DefaultValueFactory = _ => "5%" };

    private readonly Option<string> _tooFew = new("--too-few")
    {
        Description = "What follows if fewer than five requests came to the new version in a step", HelpName = "fail|continue", DefaultValueFactory = _ => "fail",
    };

    private readonly Option<string> _tooFewWait = new("--too-few-wait") { Description = "How much longer such a step waits for requests", HelpName = "TIME", DefaultValueFactory = _ => "1m" };

    private readonly Option<string> _hook = new("--hook-timeout") { Description = "How long a hook may take to report", HelpName = "TIME", DefaultValueFactory = _ => "1h" };

    private IReadOnlyList<Option<string>> All => [_steps, _alarm, _tooFew, _tooFewWait, _hook];

    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>As <see cref="Read"/>, for the repositories that are given.</summary>
    /// <exception cref="UsageException">All that is wrong; also options though no repository is given that they could be for.</exception>
    public DeploymentChoices ReadFor(ParseResult parsed, IReadOnlyCollection<string>? repositories) =>
        repositories is not { Count: > 0 } && All.Where(option => IsWritten(parsed, option)).ToList() is { Count: > 0 } idle
            ? throw new UsageException($"{string.Join(", ", idle.Select(option => option.Name))}: expected a --repository that this is for; the pipelines that the data folder holds say it themselves.")
            : Read(parsed);

    /// <exception cref="UsageException">All that is wrong, a line each.</exception>
    public DeploymentChoices Read(ParseResult parsed)
    {
        var faults = new List<string>();
        var (strategy, last) = Try(() => StepsOption.Read(Text(_steps)));
        var alarm = Try(() => AlarmOption.Read(Text(_alarm)));
        var choices = new DeploymentChoices(strategy ?? "", alarm, Try(() => HookTimeoutOption.Read(Text(_hook))))
        {
            IsStrategyChosen = IsWritten(parsed, _steps),
            FinalBake = last,
            TooFew = Try(() => TooFewOption.Read(Text(_tooFew))),
            TooFewWait = Try(() => TimeOption.Seconds(_tooFewWait.Name, Text(_tooFewWait))),
        };
        if (alarm is null && faults.Count == 0 && new[] { _tooFew, _tooFewWait }.FirstOrDefault(option => IsWritten(parsed, option)) is { } idle)
        {
            faults.Add($"{idle.Name} {Text(idle)} has no meaning beside --alarm none: without an alarm no step needs requests.");
        }

        return faults.Count == 0 ? choices : throw new UsageException(string.Join('\n', faults));

        string Text(Option<string> option) => parsed.GetRequiredValue(option);

        T? Try<T>(Func<T> read)
        {
            try
            {
                return read();
            }
            catch (UsageException e)
            {
                faults.Add(e.Message);
                return default;
            }
        }
    }

    private static bool IsWritten(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
