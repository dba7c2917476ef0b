// Due first is first in the list, unless the reader chose another order. Tasklist keeps the order in the address, and
// writes "newest first" there when it finds none.
define(['angular'], angular => {
  const FIRST = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

  angular.module('realname.order', []).run(['$rootScope', '$location', ($rootScope, $location) => {
    $rootScope.$on('$locationChangeSuccess', () => {
      if ($location.path() === '/' && !$location.search().sorting) {
        $location.search('sorting', FIRST).replace();
      }
    });
  }]);
});
