using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Events;

/// <summary>The ARNs of buses and rules.</summary>
internal sealed class EventArns(CloudIdentity identity)
{
    public const string DefaultBus = "default";
    private const string BusKind = "event-bus/";
    private const string RuleKind = "rule/";

    public string Bus(string name) => Arn(BusKind + name);

    /// <summary>Rules of the default bus are named without it.</summary>
    public string Rule(string bus, string name) => Arn(bus == DefaultBus ? RuleKind + name : $"{RuleKind}{bus}/{name}");

    /// <summary>A bus's name, of a name or an ARN; the default bus if there is neither.</summary>
    public string BusName(string? nameOrArn) => nameOrArn is null ? DefaultBus : Own(nameOrArn)?.Name(BusKind) ?? nameOrArn;

    /// <summary>The bus and the name in a rule's ARN; null if it is none.</summary>
    public (string Bus, string Rule)? RuleName(string arn) => Own(arn)?.Name(RuleKind) is not { } name ? null
        : name.LastIndexOf('/') is var slash and >= 0 ? (name[..slash], name[(slash + 1)..]) : (DefaultBus, name);

    private ResourceArn? Own(string text) => ResourceArn.Read(text) is { Service: "events" } arn && arn.Region == identity.Region && arn.AccountId == identity.AccountId ? arn : null;

    private string Arn(string resource) => $"arn:aws:events:{identity.Region}:{identity.AccountId}:{resource}";
}
