namespace Sluice.Local.StateMachines.Definitions;

/// <summary>A state's <c>Type</c>.</summary>
internal enum StateKind
{
    Task,
    Pass,
    Choice,
    Wait,
    Succeed,
    Fail,
    Parallel,
    Map,
}
