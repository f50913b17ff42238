namespace Sluice.Local.Cloud.LoadBalancers.Shapes;

/// <summary>ELB's TargetDescription.</summary>
internal sealed record TargetShape(string? Id, int? Port, string? AvailabilityZone);

/// <summary>ELB's Matcher.</summary>
internal sealed record MatcherShape(string? HttpCode);

/// <summary>ELB's TargetGroupAttribute.</summary>
internal sealed record AttributeShape(string? Key, string? Value);
