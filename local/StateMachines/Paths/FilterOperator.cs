namespace Sluice.Local.StateMachines.Paths;

/// <summary>The operators of filters, by the Jayway library's names.</summary>
internal enum FilterOperator
{
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
    In,
    NotIn,
    SubsetOf,
    AnyOf,
    NoneOf,
    Contains,
    Size,
    Empty,
}
