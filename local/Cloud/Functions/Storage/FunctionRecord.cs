using System.Collections.Immutable;
using Sluice.Local.Cloud.Functions.Events;

namespace Sluice.Local.Cloud.Functions.Storage;

/// <summary>All that is remembered of a function.</summary>
/// <param name="LastVersion">The highest number ever given: numbers are not used again.</param>
internal sealed record FunctionRecord(
    string Name,
    FunctionVersion Latest,
    ImmutableList<FunctionVersion> Versions,
    ImmutableSortedDictionary<string, FunctionAlias> Aliases,
    int LastVersion)
{
    /// <summary>By version or alias; null of functions for which nobody ever set any.</summary>
    public ImmutableSortedDictionary<string, EventSettings>? Events { get; init; }

    /// <summary>By alias, or <c>$LATEST</c>; null of functions that never had any.</summary>
    public ImmutableSortedDictionary<string, UrlSettings>? Urls { get; init; }

    /// <summary>By version or alias, or <c>$LATEST</c> for the function's own; null of functions that never had any.</summary>
    public ImmutableSortedDictionary<string, ResourcePolicy>? Policies { get; init; }

    /// <summary>Null if there is none of that number.</summary>
    public FunctionVersion? Find(string version) =>
        version == FunctionVersion.Latest ? Latest : Versions.Find(candidate => candidate.Version == version);

    /// <summary>Of asynchronous requests to this version or alias.</summary>
    public EventSettings? EventSettingsOf(string target) => Events?.GetValueOrDefault(target);

    /// <param name="settings">Null takes them away.</param>
    public FunctionRecord With(string target, EventSettings? settings)
    {
        var events = Events ?? ImmutableSortedDictionary.Create<string, EventSettings>(StringComparer.Ordinal);
        return this with { Events = settings is null ? events.Remove(target) : events.SetItem(target, settings) };
    }

    /// <summary>The URL of this alias, or of <c>$LATEST</c>.</summary>
    public UrlSettings? UrlOf(string target) => Urls?.GetValueOrDefault(target);

    /// <param name="url">Null takes it away.</param>
    public FunctionRecord WithUrl(string target, UrlSettings? url)
    {
        var urls = Urls ?? ImmutableSortedDictionary.Create<string, UrlSettings>(StringComparer.Ordinal);
        return this with { Urls = url is null ? urls.Remove(target) : urls.SetItem(target, url) };
    }

    /// <param name="policy">Null, or one that permits nothing, takes it away.</param>
    public FunctionRecord WithPolicy(string target, ResourcePolicy? policy)
    {
        var policies = Policies ?? ImmutableSortedDictionary.Create<string, ResourcePolicy>(StringComparer.Ordinal);
        return this with { Policies = policy is null or { Statements.IsEmpty: true } ? policies.Remove(target) : policies.SetItem(target, policy) };
    }

    /// <summary>The record without an alias, its URL and its permissions.</summary>
    public FunctionRecord WithoutAlias(string name) => (this with { Aliases = Aliases.Remove(name) }).WithUrl(name, url: null).WithPolicy(name, policy: null);

    /// <summary>Whether requests may reach the version through an alias.</summary>
    public bool IsAliased(string version) => Aliases.Values.Any(alias =>
        alias.FunctionVersion == version || (alias.Weights.TryGetValue(version, out var weight) && weight > 0));

    /// <summary>The record with this version in place of the one with its number.</summary>
    public FunctionRecord With(FunctionVersion changed) => changed.Version == FunctionVersion.Latest
        ? this with { Latest = changed }
        : this with { Versions = [.. Versions.Select(version => version.Version == changed.Version ? changed : version)] };

    public FunctionRecord With(FunctionAlias alias) => this with { Aliases = Aliases.SetItem(alias.Name, alias) };
}
