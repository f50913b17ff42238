using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Paths;

/// <summary>Compares as the Jayway library does: values of different types are unequal and have no order.</summary>
internal sealed class Comparison(Operand left, FilterOperator how, Operand right) : Filter
{
    internal override bool IsTrue(Data item, Data root)
    {
        var mine = left.Value(item, root);
        var theirs = right.Value(item, root);
        return how switch
        {
            FilterOperator.Equal => AreSame(mine, theirs),
            FilterOperator.NotEqual => !AreSame(mine, theirs),
            FilterOperator.Less => Order(mine, theirs) < 0,
            FilterOperator.AtMost => Order(mine, theirs) <= 0,
            FilterOperator.Greater => Order(mine, theirs) > 0,
            FilterOperator.AtLeast => Order(mine, theirs) >= 0,
            FilterOperator.In => mine is not null && Contains(theirs, mine),
            FilterOperator.NotIn => mine is not null && theirs is not null && !Contains(theirs, mine),
            FilterOperator.Contains => theirs is not null && Contains(mine, theirs),
            FilterOperator.Size => theirs is DataNumber size && SizeOf(mine) == size.Double,
            FilterOperator.Empty => theirs is DataBoolean empty && SizeOf(mine) is { } count && (count == 0) == empty.Value,
            FilterOperator.SubsetOf => mine is DataArray few && Array.TrueForAll(few.Items, item => Contains(theirs, item)),
            FilterOperator.AnyOf => mine is DataArray some && Array.Exists(some.Items, item => Contains(theirs, item)),
            _ => mine is DataArray none && theirs is not null && !Array.Exists(none.Items, item => Contains(theirs, item)),
        };
    }

    private static bool AreSame(Data? mine, Data? theirs) => mine is null ? theirs is null : theirs is not null && mine.IsSame(theirs);

    private static int? Order(Data? mine, Data? theirs) => (mine, theirs) switch
    {
        (DataNumber left, DataNumber right) => left.CompareTo(right),
        (DataString left, DataString right) => string.CompareOrdinal(left.Value, right.Value),
        _ => null,
    };

    private static bool Contains(Data? whole, Data part) => whole switch
    {
        DataArray array => Array.Exists(array.Items, part.IsSame),
        DataString text => part is DataString piece && text.Value.Contains(piece.Value, StringComparison.Ordinal),
        _ => false,
    };

    private static int? SizeOf(Data? value) => value switch
    {
        DataArray array => array.Items.Length,
        DataString text => text.Value.Length,
        DataObject members => members.Members.Length,
        _ => null,
    };
}
