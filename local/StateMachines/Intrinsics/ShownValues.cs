using System.Text;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Intrinsics;

/// <summary>Values as <c>States.Format</c> writes them. It is no JSON: objects are <c>{a=1, b=[x, null]}</c>, and strings have no quotes, as AWS answers.</summary>
internal static class ShownValues
{
    internal static StringBuilder AppendShown(this StringBuilder text, Data value) => value switch
    {
        DataString shown => text.Append(shown.Value),
        DataArray array => text.AppendList('[', array.Items, static (to, item) => to.AppendShown(item), ']'),
        DataObject members => text.AppendList('{', members.Members, static (to, member) => to.Append(member.Key).Append('=').AppendShown(member.Value), '}'),
        _ => text.Append(value),
    };

    private static StringBuilder AppendList<T>(this StringBuilder text, char open, T[] items, Func<StringBuilder, T, StringBuilder> append, char close)
    {
        text.Append(open);
        for (var i = 0; i < items.Length; i++)
        {
            append(i == 0 ? text : text.Append(", "), items[i]);
        }

        return text.Append(close);
    }
}
