using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Evaluation;

/// <summary>What a path, a template or a function sees: the data that it is applied to, and the state for which it is evaluated.</summary>
internal readonly record struct Scope(Data Input, IStateScope State);
