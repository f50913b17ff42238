namespace Sluice.Platform.Actions;

/// <summary>The event that asks for an action's stop, as EventBridge delivers it.</summary>
public sealed record ActionStopEvent(ActionStop Detail);
