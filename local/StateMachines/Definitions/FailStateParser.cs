using Sluice.Local.StateMachines.Templates;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Definitions;

internal static class FailStateParser
{
    internal static FailState Parse(string name, Fields fields) =>
        new(new StateFrame(name, null), TextOrPath(fields, "Error"), TextOrPath(fields, "Cause"));

    private static Expression? TextOrPath(Fields fields, string name)
    {
        var text = fields.Text(name);
        var path = fields.PathOrFunction(name + "Path");
        if (fields.Has(name) && fields.Has(name + "Path"))
        {
            fields.Fault(name, $"there is both '{name}' and '{name}Path'.");
        }

        return path ?? (text is null ? null : new ConstantExpression(new DataString(text)));
    }
}
