using System.Text.Json;
using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Platforms.Lambda.Packages;
using Sluice.Deployments.Strategies;
using Sluice.Platform.Actions;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Documents;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Deployments.Platforms.Lambda.Releases;

/// <summary>Reads what an action asks for from its configuration, its artifact and the appspec, and lists all faults of all of them.</summary>
internal sealed class PlanReader(IObjectStore objects, AppSpecReader appSpecs)
{
    private readonly FaultCollector _faults = new();

    /// <exception cref="InvalidDocumentException">All the faults found.</exception>
    /// <exception cref="ObjectNotFoundException">A part of the artifact is gone.</exception>
    public async Task<DeploymentPlan> ReadAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        var settings = _faults.Try(() => DeploySettingsReader.Read(request.Configuration));
        var manifest = await ManifestAsync(request, cancellationToken);
        var spec = await _faults.TryAsync(() => AppSpecAsync(settings, manifest, cancellationToken));
        Agree("FunctionName", settings?.FunctionName, spec?.FunctionName);
        Agree("FunctionAlias", settings?.FunctionAlias, spec?.Alias);
        AgreeOnSteps(settings, spec);
        var functions = spec is null ? [] : await FunctionsAsync(spec, manifest, cancellationToken);
        _faults.ThrowIfAny();
        return Plan(spec!, settings!, functions);
    }

    private static DeploymentPlan Plan(LambdaAppSpec spec, DeploySettings settings, IReadOnlyList<FunctionWork> functions) => new(
        spec.HookPlans(settings.HookTimeoutSeconds),
        Steps(spec, settings),
        settings.Alarms,
        settings.Rollback with { Steps = spec.Strategy?.Rollback ?? [] })
    {
        Analysis = spec.Analysis,
        Target = new LambdaPlan(spec.FunctionName, spec.Alias, spec.CurrentVersion, functions) { ErrorAlarm = settings.ErrorAlarm },
    };

    private static IReadOnlyList<TrafficStep> Steps(AppSpec spec, DeploySettings settings) => spec.Strategy?.Steps ?? settings.Steps ?? settings.DefaultSteps ?? [];

    private async Task<ArtifactManifest> ManifestAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        if (request.InputArtifacts.Count != 1)
        {
            _faults.Add("action", "inputArtifacts", $"one input artifact was expected, not {request.InputArtifacts.Count}");
            _faults.ThrowIfAny();
        }

        await using var stream = await objects.OpenAsync(request.InputArtifacts.Values.First(), cancellationToken);
        return await JsonSerializer.DeserializeAsync<ArtifactManifest>(stream, SluiceJson.Options, cancellationToken)
            ?? throw new InvalidDocumentException([new Fault("action", 0, "inputArtifacts", "the artifact's manifest is empty")]);
    }

    private async Task<LambdaAppSpec> AppSpecAsync(DeploySettings? settings, ArtifactManifest manifest, CancellationToken cancellationToken)
    {
        using var zip = manifest.Zip is { } whole ? await PackageZip.OpenAsync(objects, whole, "artifact", cancellationToken) : null;
        var found = AppSpecSearch.Find(zip?.Entries.Select(entry => entry.Name) ?? [], manifest.Documents.Keys);
        if (found is null)
        {
            return settings is { FunctionName: { } name, FunctionAlias: { } alias }
                ? new LambdaAppSpec(name, alias, null, null)
                : throw new InvalidDocumentException([AppSpecSearch.Missing()]);
        }

        var content = found.Value.InArtifact
            ? await zip!.ReadAsync(found.Value.Name, cancellationToken)
            : await DocumentAsync(manifest.Documents[found.Value.Name], cancellationToken);
        return appSpecs.Read(found.Value.Name, content) as LambdaAppSpec ?? throw new InvalidDocumentException(
            [new Fault(found.Value.Name, 0, "Resources", $"{LambdaResource.TypeName} was expected: this action moves the traffic of a function, not of a service")]);
    }

    private async Task<byte[]> DocumentAsync(ObjectRef document, CancellationToken cancellationToken)
    {
        await using var stream = await objects.OpenAsync(document, cancellationToken);
        var buffer = new byte[DocumentLimits.Bytes + 1];
        return buffer[..await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)];
    }

    // Functions that are only looked up come first, so that a missing one is found before any is changed.
    private async Task<IReadOnlyList<FunctionWork>> FunctionsAsync(LambdaAppSpec spec, ArtifactManifest manifest, CancellationToken cancellationToken)
    {
        var main = spec.TargetVersion is { } version
            ? FunctionWork.Check(spec.FunctionName, version)
            : await PackagedAsync(spec.FunctionName, manifest.Zip, "artifact", cancellationToken);
        var works = new List<FunctionWork?>();
        foreach (var hook in spec.Hooks.Select(hook => hook.Function).Distinct(StringComparer.Ordinal))
        {
            works.Add(await HookAsync(hook, manifest, cancellationToken));
        }

        return [.. works.Append(main).OfType<FunctionWork>().OrderBy(work => work.Packaged)];
    }

    private async Task<FunctionWork?> HookAsync(string hook, ArtifactManifest manifest, CancellationToken cancellationToken)
    {
        if (manifest.Secondary.TryGetValue(hook, out var package))
        {
            return await PackagedAsync(hook, package, $"secondary artifact {hook}", cancellationToken);
        }

        return FunctionWork.CheckHook(hook);
    }

    private async Task<FunctionWork?> PackagedAsync(string functionName, ArtifactZip? package, string name, CancellationToken cancellationToken)
    {
        if (package is null)
        {
            _faults.Add(name, "", "there is none, and the appspec names no TargetVersion: nothing could be released");
            return null;
        }

        using var zip = await _faults.TryAsync(() => PackageZip.OpenAsync(objects, package, name, cancellationToken));
        if (zip is null)
        {
            return null;
        }

        if (!PackageKind.TryTell(zip.Entries, out var kind, out var fault))
        {
            _faults.Add(name, "", $"is no function package: {fault}");
            return null;
        }

        return new FunctionWork(functionName, true, null, package.Location.Bucket, package.Location.Key, kind.Runtime, kind.Handler);
    }

    private void AgreeOnSteps(DeploySettings? settings, AppSpec? spec)
    {
        if (settings?.Steps is not null && spec?.Strategy?.Steps is not null)
        {
            _faults.Add(
                "action configuration", "DeployStrategy", "stands beside the Strategy of the appspec; expected the steps in one place: leave out either this (the command's --steps) or that");
        }
        else if (settings is not null && spec is not null)
        {
            var steps = Steps(spec, settings);
            (spec.Analysis is { } analysis ? AnalysisRules.Faults(analysis, steps, settings.Alarms.FinalBakeSeconds) : []).ToList().ForEach(fault => _faults.Add("appspec", "Analysis", fault));
            BakeRules.Faults(steps, settings.ErrorAlarm).ToList().ForEach(fault => _faults.Add("action configuration", "AlarmPeriodSeconds", fault));
        }
    }

    /// <summary>What is wrong with a key of the configuration beside the appspec; null if they agree.</summary>
    internal static string? Disagreement(string? configured, string? specified) => configured is not null && !string.IsNullOrEmpty(specified) && configured != specified
        ? $"'{configured}' was expected to be the appspec's '{specified}'; leave it out, or make them agree"
        : null;

    private void Agree(string key, string? configured, string? specified)
    {
        if (Disagreement(configured, specified) is { } fault)
        {
            _faults.Add("action configuration", key, fault);
        }
    }
}
