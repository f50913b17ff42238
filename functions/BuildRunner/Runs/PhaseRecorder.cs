using System.Globalization;
using Sluice.BuildContract;
using Sluice.BuildRunner.Logs;
using Sluice.Platform.Json;

namespace Sluice.BuildRunner.Runs;

/// <summary>Keeps and logs when each phase began and how it ended.</summary>
internal sealed class PhaseRecorder(TimeProvider time, BuildLog log, IReadOnlyList<IBuildObserver> observers)
{
    private readonly List<PhaseRecord> _phases = [];

    public IReadOnlyList<PhaseRecord> Phases => _phases;

    /// <summary>The status of the first phase that did not succeed: what comes after it cannot mend the build.</summary>
    public BuildStatus Status => FirstBad?.PhaseStatus ?? BuildStatus.Succeeded;

    public string? Message => FirstBad is { } bad ? $"{bad.PhaseType.WireName()}: {string.Join('\n', bad.Contexts.Select(context => context.Message))}" : null;

    /// <summary>Those of the command that failed the build; null if none did.</summary>
    public string? LastWords { get; private set; }

    public bool Succeeding => FirstBad is null;

    private PhaseRecord? FirstBad => _phases.Find(phase => phase.PhaseStatus != BuildStatus.Succeeded);

    public async Task<PhaseOutcome> RecordAsync(PhaseType type, Func<Task<PhaseOutcome>> body)
    {
        log.Status(type, "Entering phase");
        observers.ToList().ForEach(observer => observer.Begins(type));
        var (start, began) = (time.GetUtcNow(), time.GetTimestamp());
        var outcome = await body();
        var contexts = outcome.Contexts.Select(context => context with { Message = log.Mask(context.Message) }).ToList();
        var phase = PhaseRecord.Between(type, outcome.Status, start, start + time.GetElapsedTime(began), contexts);
        LastWords = Succeeding ? outcome.LastWords : LastWords;
        _phases.Add(phase);
        foreach (var context in contexts)
        {
            log.Status(type, $"{context.StatusCode}: {context.Message}");
        }

        log.Status(type, string.Create(CultureInfo.InvariantCulture, $"Phase complete: {outcome.Status.WireName()} ({(phase.EndTime - phase.StartTime).TotalSeconds:0.0} s)"));
        observers.ToList().ForEach(observer => observer.Ended(phase));
        return outcome;
    }
}
