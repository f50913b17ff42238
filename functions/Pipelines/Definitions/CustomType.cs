using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.Definitions;

/// <summary>A type of action that users have made, or that a partner has: a worker does what it asks for.</summary>
/// <param name="Id">What documents name.</param>
/// <param name="Inputs">How many input artifacts its actions have.</param>
/// <param name="Outputs">How many output artifacts its actions have.</param>
/// <param name="Keys">What its actions are configured by.</param>
internal sealed record CustomType(ActionTypeId Id, CountRange Inputs, CountRange Outputs, IReadOnlyList<ConfigurationKey> Keys)
{
    public ActionKind Kind => ActionKinds.Of(Id) with { Inputs = Inputs, Outputs = Outputs, Keys = Keys };
}
