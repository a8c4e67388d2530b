using Rapporteur.Syntax;

namespace Rapporteur.Training.Syntax;

/// <summary>The dynamic oracle of the arc-hybrid system: how many gold arcs each move puts out of reach (Goldberg and Nivre 2013).</summary>
internal static class ArcHybridOracle
{
    /// <summary>Fills <paramref name="costs"/> for each move; <paramref name="heads"/> are the gold ones, the root's being the length.</summary>
    public static void Costs(ArcHybrid state, ReadOnlySpan<int> heads, Span<int> costs)
    {
        costs.Clear();
        var next = state.Next;
        var stack = state.Stack;
        if (stack.Length > 0)
        {
            var top = stack[^1];
            var below = stack.Length > 1 ? stack[^2] : -1;
            var head = heads[top];
            var lost = 0;
            for (var d = next; d < state.Length; d++) if (heads[d] == top) lost++;
            costs[ArcHybrid.Left] = lost + (head > next || (head == below && below >= 0) ? 1 : 0);
            costs[ArcHybrid.Right] = lost + (head >= next ? 1 : 0);
        }

        if (next < state.Length)
        {
            for (var k = 0; k < stack.Length; k++)
            {
                if (heads[stack[k]] == next) costs[ArcHybrid.Shift]++;
                if (k < stack.Length - 1 && heads[next] == stack[k]) costs[ArcHybrid.Shift]++;
            }
        }
    }
}
