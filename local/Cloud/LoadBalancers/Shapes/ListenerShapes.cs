namespace Sluice.Local.Cloud.LoadBalancers.Shapes;

/// <summary>ELB's Action, as far as load balancers of this machine know it: forward.</summary>
internal sealed record ActionShape(string? Type, string? TargetGroupArn, int? Order, ForwardShape? ForwardConfig);

/// <summary>ELB's ForwardActionConfig.</summary>
internal sealed record ForwardShape(IReadOnlyList<TargetGroupTuple>? TargetGroups, StickinessShape? TargetGroupStickinessConfig);

/// <summary>ELB's TargetGroupTuple.</summary>
internal sealed record TargetGroupTuple(string? TargetGroupArn, int? Weight);

/// <summary>ELB's TargetGroupStickinessConfig.</summary>
internal sealed record StickinessShape(bool? Enabled, int? DurationSeconds);
